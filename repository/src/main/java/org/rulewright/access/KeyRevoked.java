package org.rulewright.access;

import org.rulewright.audit.Actor;

/** A key lets nobody in any more; published within the transaction that revokes it. */
public record KeyRevoked(ApiKey key, Actor by) {}
