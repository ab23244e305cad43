package org.rulewright.decisionlog;

/** A reason with the text exactly as it was sent to the caller. */
public record SentReason(String code, String text) {}
