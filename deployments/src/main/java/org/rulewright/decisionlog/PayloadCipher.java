package org.rulewright.decisionlog;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts payloads with AES-256-GCM, each bound to the id of its decision. */
final class PayloadCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  byte[] encrypt(SecretKey key, DecisionId id, byte[] plain) {
    var nonce = random(NONCE_BYTES);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, key, id, nonce);
      var sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
      sealed[0] = PayloadFormat.NUMBER;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(
          "payload of decision " + id + " cannot be encrypted", impossible);
    }
  }

  /** Opens a payload; fails where payload, key or id are not those it was made with. */
  byte[] decrypt(SecretKey key, DecisionId id, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != PayloadFormat.NUMBER) {
      throw new GeneralSecurityException("payload has no known format");
    }
    var nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, id, nonce)
        .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
  }

  byte[] random(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Cipher cipher(int mode, SecretKey key, DecisionId id, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(16)
            .putLong(id.value().getMostSignificantBits())
            .putLong(id.value().getLeastSignificantBits())
            .flip());
    return cipher;
  }
}
