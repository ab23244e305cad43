package org.rulewright.decisionlog;

import java.util.UUID;

/** The end of a writer session's chain: the position of its last link and that link's hash. */
record ChainHead(UUID session, long position, byte[] hash) {

  static ChainHead begin() {
    var session = DecisionId.next().value();
    return new ChainHead(session, 0, ChainLink.genesis(session));
  }

  ChainLink append(UUID decision, byte[] digest) {
    return new ChainLink(session, position + 1, decision, digest, hash);
  }

  ChainHead after(ChainLink link) {
    return new ChainHead(session, link.position(), link.hash());
  }
}
