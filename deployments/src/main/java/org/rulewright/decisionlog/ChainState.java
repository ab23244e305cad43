package org.rulewright.decisionlog;

import java.util.UUID;

/**
 * Where a record stands in its writer's chain of digests, and whether it still is what it was.
 *
 * @param session the writer session whose chain holds the record
 * @param position from 1
 * @param digest the digest kept in the chain, in hexadecimal
 * @param intact whether the record's columns and payload still give that digest, and both
 *     neighbours in the chain still fit
 */
public record ChainState(UUID session, long position, String digest, boolean intact) {}
