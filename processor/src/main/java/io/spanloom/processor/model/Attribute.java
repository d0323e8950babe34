package io.spanloom.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * An attribute that takes its value from a parameter.
 *
 * @param place the annotation, or its value where it has one
 * @param key the attribute's key
 * @param parameter the parameter's name in the source
 * @param index the parameter's position in the source, from 0
 * @param typeName the parameter's type as generated code names it
 * @param typeText the parameter's type as the source has it
 * @param type how its value becomes an attribute's
 */
public record Attribute(
    Place place,
    String key,
    String parameter,
    int index,
    TypeName typeName,
    String typeText,
    AttributeType type) {}
