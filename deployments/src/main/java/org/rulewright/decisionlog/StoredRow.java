package org.rulewright.decisionlog;

import java.util.UUID;

/** A row of the decision table: the clear columns, and what belongs to payload and proof. */
record StoredRow(
    DecisionSummary summary,
    byte[] subjectHash,
    UUID keyId,
    UUID session,
    long position,
    byte[] salt,
    byte[] payload) {}
