package org.rulewright.ui.strategy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.limitOf;
import static org.rulewright.asset.StrategyFixtures.withLimit;
import static org.rulewright.asset.StrategyFixtures.withReasons;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.AssetServices;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.Reason;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.SaveResult.Conflict;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class DraftDeskTest {
  private final Actor lin = aPerson("Lin");
  private final Actor wei = aPerson("Wei");
  private AssetServices services;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = AssetServices.on(jdbc, transactions);
    key = ((Created) services.strategies().create(anyStrategy(), lin)).draft().strategy();
  }

  @Test
  void anUndoOnAPageOpenedLaterBringsBackWhatAnEarlierPageReplaced() {
    var before = deskOf(lin);
    saved(before.save(limit(before, 7)));

    var reloaded = deskOf(lin);
    saved(reloaded.undo(position(reloaded)));

    assertThat(limitOf(reloaded.head())).isEqualTo(2);
    saved(reloaded.redo(position(reloaded)));
    assertThat(limitOf(reloaded.head())).isEqualTo(7);
  }

  @Test
  void theDrawingStillFollowsAfterTheSamePageChangedTheContract() {
    var desk = deskOf(lin);
    var drawnBefore = limit(desk, 5);
    saved(desk.save(drawnBefore));
    saved(desk.save(withReasons(desk.head().contract(), aReason())));

    // The page had sent this before it heard of the contract's revision.
    var late = new Change(2, 2, drawnBefore.session(), withLimit(desk.head(), 6));
    saved(desk.save(late));

    assertThat(limitOf(desk.head())).isEqualTo(6);
    assertThat(desk.head().contract().reasons()).containsExactly(aReason());
  }

  @Test
  void ofTwoPeopleTheLaterOneMayKeepTheirsOrTakeTheOthers() {
    var lins = deskOf(lin);
    var weis = deskOf(wei);
    saved(lins.save(limit(lins, 3)));

    var conflict = conflict(weis.save(limit(weis, 9)));
    assertThat(conflict.theirName()).isEqualTo("Lin");

    saved(weis.takeMine(conflict.theirs(), requireNonNull(conflict.mine())));
    assertThat(limitOf(weis.head())).isEqualTo(9);
    saved(weis.undo(position(weis)));
    assertThat(limitOf(weis.head())).describedAs("Lin's work is one undo away").isEqualTo(3);
  }

  @Test
  void takingTheOthersSideKeepsOnesOwnInTheRecord() {
    var lins = deskOf(lin);
    var weis = deskOf(wei);
    saved(lins.save(limit(lins, 3)));
    var mine = requireNonNull(conflict(weis.save(limit(weis, 9))).mine());

    assertThat(limitOf(weis.takeTheirs(mine))).isEqualTo(3);

    assertThat(services.conflicts().open(key)).isEmpty();
    assertThat(services.conflicts().find(key, mine.id()))
        .hasValueSatisfying(kept -> assertThat(kept.content().dmn()).contains((byte) '9'));
  }

  @Test
  void workRecoveredFromAnEarlierPageFollowsWhatThatPageHadStored() {
    var page = deskOf(lin);
    var first = limit(page, 4);
    saved(page.save(first));

    // The answer was lost with the connection: the page comes back with the revision it knew of.
    var reloaded = deskOf(lin);
    var again = new Change(1, first.basedOn(), first.session(), withLimit(page.head(), 8));
    saved(reloaded.save(again));

    assertThat(limitOf(reloaded.head())).isEqualTo(8);
    assertThat(reloaded.session()).isEqualTo(first.session());
  }

  private DraftDesk deskOf(Actor who) {
    return new DraftDesk(services.drafts(), services.conflicts(), key, who);
  }

  private static Change limit(DraftDesk desk, int years) {
    return new Change(1, desk.head().number(), desk.session(), withLimit(desk.head(), years));
  }

  private static Position position(DraftDesk desk) {
    return new Position(desk.head().number(), desk.session());
  }

  private static void saved(SaveResult result) {
    assertThat(result).isInstanceOf(Saved.class);
  }

  private static Conflict conflict(SaveResult result) {
    assertThat(result).isInstanceOf(Conflict.class);
    return (Conflict) result;
  }

  private static Reason aReason() {
    return new Reason("TOO_YOUNG", "成立时间不足", "The business is too young");
  }
}
