package org.rulewright.asset;

/** A model to be written to the reader's disk. */
public record ModelFile(String name, byte[] dmn) {}
