package org.rulewright.evidence;

import java.util.UUID;

/**
 * The parameters of an examination, kept with its job.
 *
 * @param engine the version of the engine's behaviour
 * @param seconds after which it ends, wherever it is
 */
record EvidenceOrder(UUID version, String engine, long seed, long seconds) {}
