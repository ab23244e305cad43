package org.rulewright.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.database.DataFolder;

final class InstallationKeyTest {

  private static final byte[] CONTENT = "a root".getBytes(StandardCharsets.UTF_8);

  @TempDir Path one = Path.of("/");
  @TempDir Path other = Path.of("/");

  @Test
  void whatItSignedItKnowsAgainAfterARestart() {
    var signed = key(one).sign(CONTENT);

    assertThat(key(one).verify(CONTENT, signed)).isTrue();
    assertThat(key(one).id()).isEqualTo(key(one).id()).hasSize(16);
  }

  @Test
  void changedContentAnotherKeyAndNonsenseAreNotVerified() {
    var signed = key(one).sign(CONTENT);

    assertThat(key(one).verify("another root".getBytes(StandardCharsets.UTF_8), signed)).isFalse();
    assertThat(key(other).verify(CONTENT, signed)).isFalse();
    assertThat(key(one).verify(CONTENT, new byte[3])).isFalse();
  }

  @Test
  void aWrappedDataKeyIsOpenedByThisInstallationAlone() throws UnwrapException {
    var dataKey = key(one).freshDataKey();
    var wrapped = key(one).wrap(dataKey);

    assertThat(key(one).unwrap(wrapped)).isEqualTo(dataKey);
    assertThat(HexFormat.of().formatHex(wrapped))
        .doesNotContain(HexFormat.of().formatHex(dataKey.getEncoded()));
    assertThatThrownBy(() -> key(other).unwrap(wrapped)).isInstanceOf(UnwrapException.class);
    wrapped[0] ^= 1;
    assertThatThrownBy(() -> key(one).unwrap(wrapped)).isInstanceOf(UnwrapException.class);
  }

  @Test
  void aKeyedHashDependsOnPurposeContentAndInstallation() {
    var hash = key(one).hash("subject", CONTENT);

    assertThat(key(one).hash("subject", CONTENT)).isEqualTo(hash);
    assertThat(key(one).hash("other", CONTENT)).isNotEqualTo(hash);
    assertThat(key(other).hash("subject", CONTENT)).isNotEqualTo(hash);
  }

  @Test
  void theKeysAreReadableByTheOwnerAlone() throws Exception {
    key(one);

    try (var secrets = Files.list(one.resolve("secrets"))) {
      assertThat(secrets)
          .hasSize(3)
          .allSatisfy(secret ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void thePublicKeyCanBeGivenToOthers() {
    assertThat(key(one).publicKeyPem())
        .startsWith("-----BEGIN PUBLIC KEY-----\n")
        .endsWith("\n-----END PUBLIC KEY-----\n");
  }

  private static InstallationKey key(Path folder) {
    return new InstallationKey(DataFolder.attach(folder));
  }
}
