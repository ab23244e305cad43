package org.rulewright.release;

import java.util.Optional;
import org.rulewright.access.User;
import org.rulewright.asset.Strategy;
import org.rulewright.audit.Actor;
import org.rulewright.version.Version;

/**
 * What the policies look at.
 *
 * @param user the person behind the actor as of now; absent for keys, programs and strangers
 * @param active the version that is active there now
 */
record ReleaseRequest(
    Strategy strategy,
    Version version,
    String environment,
    Actor actor,
    Optional<User> user,
    Optional<Release> active) {}
