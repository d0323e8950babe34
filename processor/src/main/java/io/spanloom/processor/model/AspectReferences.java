package io.spanloom.processor.model;

import java.util.Map;
import java.util.Set;

/**
 * The names to which every generated aspect may refer, whatever it traces.
 *
 * @param typesByModule a type of each required module, by which to find out if the module can be
 *     accessed
 * @param javaLangNames the simple names of types of {@code java.lang}
 */
public record AspectReferences(Map<String, String> typesByModule, Set<String> javaLangNames) {}
