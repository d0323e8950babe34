package io.spanloom.weaver;

import java.util.List;

/**
 * The result of a successful run of the weaver.
 *
 * @param wovenClasses the binary names of the classes that this run wove, sorted
 * @param wovenMethods the number of methods that this run wove
 * @param unchangedClasses the number of classes that were already woven
 * @param propagatingCalls the number of calls that this run changed to carry the context
 * @param warnings problems that do not fail the run
 */
public record WeaveResult(
    List<String> wovenClasses,
    int wovenMethods,
    int unchangedClasses,
    int propagatingCalls,
    List<Problem> warnings) {}
