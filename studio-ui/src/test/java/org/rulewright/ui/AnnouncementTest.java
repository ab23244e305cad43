package org.rulewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {

  @ParameterizedTest
  @CsvSource({
    "'', localhost",
    "127.0.0.1, localhost",
    "0.0.0.0, localhost",
    "::1, localhost",
    "192.0.2.7, 192.0.2.7",
    "2001:db8::7, [2001:db8:0:0:0:0:0:7]"
  })
  void theAddressSaidIsOneThatReachesTheStudio(String listensOn, String said)
      throws UnknownHostException {
    assertThat(Announcement.host(listensOn)).isEqualTo(said);
  }
}
