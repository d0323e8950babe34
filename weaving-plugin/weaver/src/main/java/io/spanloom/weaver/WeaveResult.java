package io.spanloom.weaver;

import java.util.List;

/**
 * What a run of the weaver did.
 *
 * @param wovenClasses the binary names of the classes that were changed, sorted
 * @param wovenMethods the number of methods that were woven in them
 * @param unchangedClasses the number of classes that were woven already
 * @param warnings what the user should know
 */
public record WeaveResult(
    List<String> wovenClasses, int wovenMethods, int unchangedClasses, List<Problem> warnings) {}
