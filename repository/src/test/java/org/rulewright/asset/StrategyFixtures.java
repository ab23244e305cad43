package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;

/** People, strategies and edits for tests. */
public final class StrategyFixtures {

  private StrategyFixtures() {}

  public static Actor aPerson(String name) {
    return new Actor(ActorKind.USER, UUID.randomUUID().toString(), name);
  }

  public static NewStrategy anyStrategy() {
    return new NewStrategy(
        new StrategyKey("working-capital-" + UUID.randomUUID().toString().substring(0, 8)),
        "流动资金贷款",
        "Working capital",
        "decides small loans");
  }

  /** The draft's model with another limit of years: a different content for each limit. */
  public static byte[] withLimit(DraftRevision draft, int years) {
    return new String(draft.dmn(), UTF_8)
        .replaceAll("<text>(&gt;|>)= \\d+</text>", "<text>&gt;= " + years + "</text>")
        .getBytes(UTF_8);
  }

  public static int limitOf(DraftRevision draft) {
    var text = new String(draft.dmn(), UTF_8);
    var matcher = java.util.regex.Pattern.compile("<text>(?:&gt;|>)= (\\d+)</text>").matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no limit in " + text);
    }
    return Integer.parseInt(matcher.group(1));
  }

  public static StrategyContract withReasons(StrategyContract contract, Reason... reasons) {
    return new StrategyContract(contract.entry(), contract.inputs(), List.of(reasons));
  }
}
