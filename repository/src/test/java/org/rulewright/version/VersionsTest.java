package org.rulewright.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.withLimit;
import static org.rulewright.asset.StrategyFixtures.withReasons;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.asset.AssetServices;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Reason;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.version.CreateVersionResult.Created;
import org.rulewright.version.CreateVersionResult.Existing;
import org.rulewright.version.CreateVersionResult.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class VersionsTest {

  private final Actor lin = aPerson("Lin");
  private final Actor wei = aPerson("Wei");
  private final Actor chen = aPerson("Chen");
  private JdbcClient jdbc;
  private PlatformTransactionManager transactions;
  private AssetServices assets;
  private Versions versions;
  private DraftRevision first;
  private StrategyKey key;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    assets = AssetServices.on(jdbc, transactions);
    versions = VersionServices.on(jdbc, transactions);
    var created = assets.strategies().create(anyStrategy(), lin);
    first = ((CreateStrategyResult.Created) created).draft();
    key = first.strategy();
  }

  @Test
  void aVersionKeepsTheContentOfTheHead() {
    DraftRevision head = saved(3, wei);

    Version version = created("stricter", chen);

    Version found = versions.find(version.id()).orElseThrow();
    assertThat(found).isEqualTo(version);
    assertThat(found.number()).isEqualTo(1);
    assertThat(found.dmn()).isEqualTo(head.dmn());
    assertThat(found.contract()).isEqualTo(head.contract());
    assertThat(found.note()).isEqualTo("stricter");
    assertThat(versions.find(key, 1)).contains(version);
  }

  @Test
  void theDigestStaysTheSameHoweverOftenTheModelIsNormalised() throws Exception {
    var once = DmnDocument.read(first.dmn()).normalised();
    var twice = DmnDocument.read(once.bytes()).normalised();

    assertThat(new StrategyContent(once.bytes(), first.contract()).digest())
        .isEqualTo(first.content().digest());
    assertThat(new StrategyContent(twice.bytes(), first.contract()).digest())
        .isEqualTo(first.content().digest());
  }

  @Test
  void theDigestIsTheSameOnEveryMachine() {
    var content =
        new StrategyContent(
            "<definitions/>".getBytes(UTF_8),
            withReasons(first.contract(), new Reason("R1", "经营年限不足", "too young")));

    // Computed by sha256sum from the format in StrategyContent: if this changes, every version of
    // every installation changes its name.
    assertThat(content.digest())
        .isEqualTo("724c908036f10c4545ae288605144ac7175832c41a95ea8f3d52ee500be6d5f5");
  }

  @Test
  void theSameContentIsTheSameVersion() {
    Version version = created("", lin);
    saved(3, wei);
    restore(1, wei);

    CreateVersionResult again = versions.create(key, "again", wei);

    assertThat(((Existing) again).version().id()).isEqualTo(version.id());
    assertThat(versions.list(key)).hasSize(1);
  }

  @Test
  void whoeverArrivesAtTheContentOfAVersionAgainIsItsEditorToo() {
    created("", lin);
    saved(3, chen);
    restore(1, wei);

    Version again = ((Existing) versions.create(key, "", lin)).version();

    assertThat(again.editors()).containsExactlyInAnyOrder(lin.id(), wei.id());
  }

  @Test
  void aContractThatDiffersIsAnotherVersion() {
    Version version = created("", lin);
    assets
        .drafts()
        .save(
            key, 1, first.dmn(), withReasons(first.contract(), new Reason("R1", "甲", "one")), lin);

    Version other = created("", lin);

    assertThat(other.digest()).isNotEqualTo(version.digest());
    assertThat(versions.list(key)).extracting(VersionSummary::number).containsExactly(2, 1);
  }

  @Test
  void aDraftWithErrorsCannotBecomeAVersion() {
    var twice =
        withReasons(first.contract(), new Reason("R1", "甲", "one"), new Reason("R1", "乙", "b"));
    assets.drafts().save(key, 1, first.dmn(), twice, lin);

    var refused = (Refused) versions.create(key, "", lin);

    assertThat(refused.refusal().code()).isEqualTo("ERRORS_LEFT");
    assertThat(refused.errors()).extracting(Diagnostic::code).contains("contract.reason-twice");
    assertThat(versions.list(key)).isEmpty();
  }

  @Test
  void anIntermediateVersionRidsNobodyOfTheirEdits() {
    saved(3, wei);
    created("intermediate", lin);
    saved(4, chen);

    Version next = created("next", lin);

    assertThat(next.wasEditedBy(wei)).isTrue();
    assertThat(next.editors()).containsExactlyInAnyOrder(lin.id(), wei.id(), chen.id());
  }

  @Test
  void undoingAndRedoingRidsNobodyOfTheirEdits() {
    saved(3, wei);
    assets.drafts().undo(key, head().number(), "tab", chen);
    assets.drafts().redo(key, head().number(), "tab", chen);

    assertThat(created("", lin).wasEditedBy(wei)).isTrue();
  }

  @Test
  void whoseEditsWereLeftBehindByRestoringIsNoEditor() {
    saved(3, wei);
    restore(1, chen);
    saved(4, chen);

    assertThat(created("", lin).editors()).containsExactlyInAnyOrder(lin.id(), chen.id());
  }

  @Test
  void takingASaveOutOfAConflictTakesItsAuthorAlong() {
    DraftRevision theirs = saved(3, chen);
    var edit = new DraftEdit(1, withLimit(first, 7), first.contract(), "wei", "");
    var conflict = (SaveResult.Conflict) assets.drafts().save(key, edit, wei);
    long mine = requireNonNull(conflict.mine()).id();
    assets.conflicts().takeMine(key, theirs.number(), mine, "tab", lin);

    assertThat(created("", lin).wasEditedBy(wei)).isTrue();
  }

  @Test
  void whoMadeTheKeyThatEditedIsAnEditor() {
    var users = new Users(jdbc, assets.audit(), transactions);
    var zhao =
        ((UserChange.Changed)
                users.create(
                    new NewUser(
                        "zhao-" + UUID.randomUUID().toString().substring(0, 8),
                        "Zhao",
                        "a-long-enough-Secret-77",
                        Set.of(Role.ADMINISTRATOR, Role.GOVERNOR),
                        Language.ZH),
                    Actor.SYSTEM))
            .user()
            .actor();
    var key =
        new ApiKeys(jdbc, assets.audit(), transactions)
            .create("script", Set.of(Role.STRATEGIST), Set.of(), zhao)
            .key();
    saved(3, key.actor());

    Version version = created("", lin);

    assertThat(version.wasEditedBy(key.actor())).isTrue();
    assertThat(version.wasEditedBy(zhao)).isTrue();
  }

  @Test
  void theProgramCannotChangeOrRemoveAVersion() {
    created("", lin);
    for (String tampering :
        List.of(
            "update rw.version set note = 'x'",
            "delete from rw.version",
            "delete from rw.version_editor",
            "update rw.strategy_content set dmn = ''",
            "truncate rw.version_editor")) {
      assertThatThrownBy(() -> jdbc.sql(tampering).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aContentAlteredBehindTheProgramIsNoticed(@PostgresTest.Superuser JdbcClient superuser) {
    Version version = created("", lin);
    superuser
        .sql("update rw.strategy_content set contract = replace(contract, 'true', 'false')")
        .update();

    assertThatThrownBy(() -> versions.find(version.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was altered");
  }

  private DraftRevision head() {
    return assets.drafts().latest(key);
  }

  private Version created(String note, Actor by) {
    return ((Created) versions.create(key, note, by)).version();
  }

  private DraftRevision saved(int limit, Actor by) {
    DraftRevision head = head();
    var edit = new DraftEdit(head.number(), withLimit(head, limit), head.contract(), "tab", "");
    return ((Saved) assets.drafts().save(key, edit, by)).revision();
  }

  private void restore(long revision, Actor by) {
    assertThat(assets.drafts().restore(key, head().number(), revision, "tab", by))
        .isInstanceOf(Saved.class);
  }
}
