package org.rulewright.api;

import org.rulewright.signing.InstallationKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the public key this installation signs with. */
@RestController
class InstallationController {

  private final InstallationKey key;

  InstallationController(InstallationKey key) {
    this.key = key;
  }

  @GetMapping("/api/v1/installation/key")
  ResponseEntity<byte[]> publicKey() {
    return Answers.ok(
        Answers.members("id", key.id(), "algorithm", "Ed25519", "publicKey", key.publicKeyPem()));
  }
}
