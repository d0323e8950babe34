package io.spanloom.weaver;

/**
 * The position of a call or method reference in a source file.
 *
 * @param line the line, from 1, as in the class file
 * @param method the name of the called method
 */
public record CallPosition(int line, String method) {}
