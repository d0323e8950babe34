package io.spanloom.processor.model;

/**
 * A library that creates spans for the calls of an AI client itself.
 *
 * @param library the library's name
 * @param remedy the instruction that disables its spans, without a full stop
 */
public record ClientTracing(String library, String remedy) {}
