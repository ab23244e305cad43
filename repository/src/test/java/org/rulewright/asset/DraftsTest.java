package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.limitOf;
import static org.rulewright.asset.StrategyFixtures.withLimit;
import static org.rulewright.asset.StrategyFixtures.withReasons;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.SaveResult.Conflict;
import org.rulewright.asset.SaveResult.Refused;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditEntry;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontree.Branch;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.decisiontree.TreeInput;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.decisiontree.TreeOutput;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.TreeForm;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class DraftsTest {

  private final Actor lin = aPerson("Lin");
  private final Actor wei = aPerson("Wei");
  private AssetServices services;
  private JdbcClient jdbc;
  private PlatformTransactionManager transactions;
  private DraftRevision first;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    services = AssetServices.on(jdbc, transactions);
    first = ((Created) services.strategies().create(anyStrategy(), lin)).draft();
    key = first.strategy();
  }

  @Test
  void aSaveIsTheHeadAndTheOneBeforeStays() {
    DraftRevision second = saved(first, 3, lin);

    assertThat(services.drafts().latest(key)).isEqualTo(second);
    assertThat(second.number()).isEqualTo(2);
    assertThat(limitOf(second)).isEqualTo(3);
    assertThat(limitOf(services.drafts().find(key, 1).orElseThrow())).isEqualTo(2);
  }

  @Test
  void undoAndRedoWorkAfterAReload() {
    DraftRevision third = saved(saved(first, 3, lin), 4, lin);

    DraftRevision undone = undo(reloaded(), third);
    assertThat(limitOf(undone)).isEqualTo(3);

    DraftRevision undoneTwice = undo(reloaded(), undone);
    assertThat(limitOf(undoneTwice)).isEqualTo(2);
    assertThat(undoneTwice.canUndo()).isFalse();

    DraftRevision redone = redo(reloaded(), undoneTwice);
    assertThat(limitOf(redone)).isEqualTo(3);

    DraftRevision redoneTwice = redo(reloaded(), redone);
    assertThat(limitOf(redoneTwice)).isEqualTo(4);
    assertThat(redoneTwice.canRedo()).isFalse();

    assertThat(limitOf(undo(reloaded(), redoneTwice))).isEqualTo(3);
  }

  @Test
  void anEditAfterAnUndoLeavesNothingToRedo() {
    DraftRevision undone = undo(services, saved(first, 3, lin));

    DraftRevision edited = saved(undone, 9, lin);

    SaveResult redo = services.drafts().redo(key, edited.number(), "tab", lin);
    assertThat(redo)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("NOTHING_TO_REDO"));
    assertThat(limitOf(undo(services, edited))).isEqualTo(2);
  }

  @Test
  void theBeginningCannotBeUndone() {
    assertThat(services.drafts().undo(key, 1, "tab", lin))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("NOTHING_TO_UNDO"));
  }

  @Test
  void anyRevisionCanBeRestoredAndThatCanBeUndone() {
    DraftRevision third = saved(saved(first, 3, lin), 4, lin);

    var restored =
        ((Saved) services.drafts().restore(key, third.number(), 1, "tab", wei)).revision();

    assertThat(limitOf(restored)).isEqualTo(2);
    assertThat(restored.kind()).isEqualTo(RevisionKind.RESTORED);
    assertThat(limitOf(undo(services, restored))).isEqualTo(4);
  }

  @Test
  void aSecondPersonsSaveOnAnOldRevisionIsAConflictThatLosesNothing() {
    DraftRevision theirs = saved(first, 3, lin);

    SaveResult result = save(first, 7, "wei-tab", wei);

    var conflict = (Conflict) result;
    assertThat(conflict.theirs()).isEqualTo(theirs);
    assertThat(conflict.theirName()).isEqualTo("Lin");
    assertThat(services.drafts().latest(key)).isEqualTo(theirs);
    SideRevision kept = reloaded().conflicts().open(key).getFirst();
    assertThat(new String(kept.content().dmn(), UTF_8)).contains("= 7");
    assertThat(kept.saving().by()).isEqualTo(wei);
  }

  @Test
  void aConflictSentAgainIsKeptOnce() {
    saved(first, 3, lin);

    save(first, 7, "wei-tab", wei);
    save(first, 7, "wei-tab", wei);

    assertThat(services.conflicts().open(key)).hasSize(1);
  }

  @Test
  void takingMineOverTheirsCanBeUndone() {
    DraftRevision theirs = saved(first, 3, lin);
    SideRevision mine = mine(save(first, 7, "wei-tab", wei));

    var taken =
        ((Saved) services.conflicts().takeMine(key, theirs.number(), mine.id(), "wei-tab", wei))
            .revision();

    assertThat(limitOf(taken)).isEqualTo(7);
    assertThat(services.conflicts().open(key)).isEmpty();
    assertThat(limitOf(undo(services, taken))).isEqualTo(3);
  }

  @Test
  void takingMineOverSomethingNobodyHasSeenIsAnotherConflict() {
    DraftRevision seen = saved(first, 3, lin);
    SideRevision mine = mine(save(first, 7, "wei-tab", wei));
    DraftRevision unseen = saved(seen, 4, lin);

    SaveResult result =
        services.conflicts().takeMine(key, seen.number(), mine.id(), "wei-tab", wei);

    assertThat(((Conflict) result).theirs()).isEqualTo(unseen);
    assertThat(services.conflicts().open(key)).hasSize(1);
  }

  @Test
  void keepingTheirsLeavesTheHeadAndTheRecord() {
    DraftRevision theirs = saved(first, 3, lin);
    SideRevision mine = mine(save(first, 7, "wei-tab", wei));

    services.conflicts().keepTheirs(key, mine.id(), wei);

    assertThat(services.drafts().latest(key)).isEqualTo(theirs);
    assertThat(services.conflicts().open(key)).isEmpty();
    assertThat(services.conflicts().find(key, mine.id())).isPresent();
  }

  @Test
  void anEditorThatNeverSawItsAnswerMaySaveOn() {
    save(first, 3, "lin-tab", lin);

    SaveResult result = save(first, 4, "lin-tab", lin);

    assertThat(((Saved) result).revision().number()).isEqualTo(3);
  }

  @Test
  void theSamePersonsOtherTabIsAConflictToo() {
    save(first, 3, "lin-tab", lin);

    assertThat(save(first, 4, "lin-other-tab", lin)).isInstanceOf(Conflict.class);
  }

  @Test
  void savingWhatIsThereAlreadyAddsNoRevision() {
    DraftRevision second = saved(first, 3, lin);

    assertThat(saved(second, 3, wei)).isEqualTo(second);
    assertThat(saved(first, 3, wei)).isEqualTo(second);
    assertThat(services.drafts().revisions(key, 10)).hasSize(2);
  }

  @Test
  void ofTwoSavesAtOnceOneIsAConflict() throws Exception {
    List<Callable<SaveResult>> both =
        List.of(() -> save(first, 3, "a", lin), () -> save(first, 4, "b", wei));

    List<SaveResult> results;
    try (var threads = Executors.newFixedThreadPool(2)) {
      results =
          List.of(threads.submit(both.get(0)), threads.submit(both.get(1))).stream()
              .map(future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
              .toList();
    }

    assertThat(results).hasAtLeastOneElementOfType(Saved.class);
    assertThat(results).hasAtLeastOneElementOfType(Conflict.class);
    assertThat(services.drafts().latest(key).number()).isEqualTo(2);
  }

  @Test
  void whatIsFoundInATreeIsToldWithTheDraftAndCanBeMended() throws Exception {
    var threshold = new java.math.BigDecimal(3);
    var tree =
        new TreeDefinition(
            "grade",
            "grade",
            List.of(TreeInput.of("yearsInBusiness", ValueKind.NUMBER)),
            List.of(new TreeOutput("grade", FactType.TEXT)),
            "root",
            List.of(
                Split.on(
                    0,
                    "root",
                    null,
                    Branch.to("young", ValueSet.of(ValueKind.NUMBER, Range.below(threshold)))),
                Leaf.of("young", "\"C\"")));
    var model = TreeForm.put(DmnDocument.read(first.dmn()), tree).bytes();
    var drawn = ((Saved) services.drafts().save(key, 1, model, first.contract(), lin)).revision();
    assertThat(drawn.diagnostics()).anyMatch(it -> it.code().equals("tree.gap"));

    var gap =
        services.drafts().findings(drawn).stream()
            .filter(it -> it.diagnostic().code().equals("tree.gap"))
            .findFirst()
            .orElseThrow();
    assertThat(gap.example()).containsKey("yearsInBusiness");
    var mended =
        ((Saved) services.drafts().mend(key, drawn.number(), gap.fixes().getFirst(), "tab", lin))
            .revision();

    assertThat(mended.diagnostics()).noneMatch(it -> it.code().equals("tree.gap"));
    assertThat(mended.number()).isEqualTo(drawn.number() + 1);
  }

  @Test
  void whatIsNotAModelIsRefusedByNameAndKept() {
    SaveResult result =
        services.drafts().save(key, 1, "no xml".getBytes(UTF_8), first.contract(), lin);

    var refused = (Refused) result;
    assertThat(refused.refusal().code()).isEqualTo("MODEL_NOT_XML");
    assertThat(refused.refusal().zh()).isNotEqualTo(refused.refusal().en());
    assertThat(requireNonNull(refused.kept()).content().dmn()).isEqualTo("no xml".getBytes(UTF_8));
    assertThat(services.drafts().latest(key)).isEqualTo(first);
    assertThat(services.conflicts().open(key)).hasSize(1);
  }

  @Test
  void anUnreadableSaveCannotBeTaken() {
    SaveResult unreadable =
        services.drafts().save(key, 1, "<a/>".getBytes(UTF_8), first.contract(), lin);
    SideRevision kept = requireNonNull(((Refused) unreadable).kept());

    SaveResult result = services.conflicts().takeMine(key, 1, kept.id(), "tab", lin);

    assertThat(((Refused) result).refusal().code()).isEqualTo("MODEL_WRONG_ROOT");
    assertThat(services.drafts().latest(key)).isEqualTo(first);
  }

  @Test
  void aModelOverTwentyMegabytesIsRefusedWithoutBeingKept() {
    SaveResult result =
        services.drafts().save(key, 1, new byte[Drafts.LARGEST_MODEL + 1], first.contract(), lin);

    var refused = (Refused) result;
    assertThat(refused.refusal().code()).isEqualTo("MODEL_TOO_LARGE");
    assertThat(refused.kept()).isNull();
  }

  @Test
  void anArchivedStrategyCannotBeEditedUntilItIsTakenOut() {
    services.strategies().archive(key, true, lin);
    assertThat(((Refused) save(first, 3, "tab", lin)).refusal().code())
        .isEqualTo("STRATEGY_ARCHIVED");

    services.strategies().archive(key, false, lin);
    assertThat(save(first, 3, "tab", lin)).isInstanceOf(Saved.class);
  }

  @Test
  void whatIsWrongWithTheContractIsKeptWithTheRevision() {
    var twice =
        withReasons(first.contract(), new Reason("R1", "甲", "one"), new Reason("R1", "乙", "other"));

    services.drafts().save(key, 1, first.dmn(), twice, lin);

    assertThat(reloaded().drafts().latest(key).errors())
        .extracting(Diagnostic::code)
        .contains("contract.reason-twice");
  }

  @Test
  void everySaveIsInTheAuditTrail() {
    saved(first, 3, lin);

    assertThat(services.audit().search(AuditQuery.ofThing("strategy", key.value(), 10)).entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.DRAFT_SAVED, AuditAction.DRAFT_SAVED, AuditAction.STRATEGY_CREATED);
  }

  @Test
  void theProgramCannotChangeOrRemoveARevision() {
    for (String tampering :
        List.of(
            "update rw.draft_revision set saved_by = 'x'",
            "delete from rw.draft_revision",
            "update rw.strategy_content set contract = ''",
            "delete from rw.draft_side")) {
      assertThatThrownBy(() -> jdbc.sql(tampering).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private static SideRevision mine(SaveResult result) {
    return requireNonNull(((Conflict) result).mine());
  }

  private AssetServices reloaded() {
    return AssetServices.on(jdbc, transactions);
  }

  private SaveResult save(DraftRevision basedOn, int limit, String session, Actor by) {
    var edit =
        new DraftEdit(basedOn.number(), withLimit(basedOn, limit), basedOn.contract(), session, "");
    return services.drafts().save(key, edit, by);
  }

  private DraftRevision saved(DraftRevision basedOn, int limit, Actor by) {
    return ((Saved) save(basedOn, limit, "tab", by)).revision();
  }

  private DraftRevision undo(AssetServices on, DraftRevision head) {
    return ((Saved) on.drafts().undo(key, head.number(), "tab", lin)).revision();
  }

  private DraftRevision redo(AssetServices on, DraftRevision head) {
    return ((Saved) on.drafts().redo(key, head.number(), "tab", lin)).revision();
  }
}
