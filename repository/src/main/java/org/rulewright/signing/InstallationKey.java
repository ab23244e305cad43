package org.rulewright.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.rulewright.database.DataFolder;
import org.springframework.stereotype.Service;

/**
 * The keys of this installation, made at its first start and kept in the data folder.
 *
 * <p>Who loses them can no longer read encrypted records; they belong into every backup.
 */
@Service
public class InstallationKey {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String WRAPPING = "AES/KWP/NoPadding";

  private final KeyPair signing;
  private final SecretKey wrapping;
  private final SecretKey hashing;

  public InstallationKey(DataFolder data) {
    this.signing = pair(data.secret("installation-signing", InstallationKey::freshPair));
    this.wrapping =
        secret(data.secret("installation-wrapping", InstallationKey::freshSecret), "AES");
    this.hashing =
        secret(data.secret("installation-hashing", InstallationKey::freshSecret), "HmacSHA256");
  }

  /** Names the public key: the first 16 digits of its SHA-256. */
  public String id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(publicKey().getEncoded());
      return HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public PublicKey publicKey() {
    return signing.getPublic();
  }

  /** For others to verify with. */
  public String publicKeyPem() {
    var body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /** An Ed25519 signature. */
  public byte[] sign(byte[] content) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(signing.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("signing failed", failed);
    }
  }

  public boolean verify(byte[] content, byte[] signed) {
    return verify(publicKey(), content, signed);
  }

  /** Also with the key of another installation. */
  public static boolean verify(PublicKey key, byte[] content, byte[] signed) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(signed);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("verifying failed", failed);
    }
  }

  /** A fresh AES-256 key for some data. */
  public SecretKey freshDataKey() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }

  /** Locks a data key so that it can lie beside the data (AES key wrap with padding, RFC 5649). */
  public byte[] wrap(SecretKey dataKey) {
    try {
      var cipher = Cipher.getInstance(WRAPPING);
      cipher.init(Cipher.WRAP_MODE, wrapping);
      return cipher.wrap(dataKey);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("wrapping a key failed", failed);
    }
  }

  /** Fails on bytes this installation did not wrap, or that were changed. */
  public SecretKey unwrap(byte[] wrapped) throws UnwrapException {
    try {
      var cipher = Cipher.getInstance(WRAPPING);
      cipher.init(Cipher.UNWRAP_MODE, wrapping);
      return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException failed) {
      throw new UnwrapException(failed);
    }
  }

  /**
   * A keyed hash (HMAC-SHA-256), by which equal values are found without being readable.
   *
   * @param purpose keeps hashes of different use apart
   */
  public byte[] hash(String purpose, byte[] content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(hashing);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(content);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("hashing failed", failed);
    }
  }

  private static String freshPair() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return encode(pair.getPrivate().getEncoded()) + "." + encode(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has Ed25519", impossible);
    }
  }

  private static KeyPair pair(String kept) {
    try {
      var dot = kept.indexOf('.');
      var factory = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(decode(kept.substring(dot + 1)))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(decode(kept.substring(0, dot)))));
    } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalStateException("the signing key in the data folder is damaged", e);
    }
  }

  private static String freshSecret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return encode(bytes);
  }

  private static SecretKey secret(String kept, String algorithm) {
    var bytes = decode(kept);
    if (bytes.length != 32) {
      throw new IllegalStateException("an installation key in the data folder is damaged");
    }
    return new SecretKeySpec(bytes, algorithm);
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.strip());
  }
}
