package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.CreateStrategyResult.Refused;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The strategies of the house. */
@Service
public class Strategies {

  private final StrategyStore strategies;
  private final DraftHead heads;
  private final DraftCheck check;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  Strategies(
      StrategyStore strategies,
      DraftHead heads,
      DraftCheck check,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.strategies = strategies;
    this.heads = heads;
    this.check = check;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  public Optional<Strategy> find(StrategyKey key) {
    return strategies.find(key);
  }

  /** Returns all strategies by key, the archived ones last. */
  public List<Strategy> list() {
    return strategies.list();
  }

  /** Begins a strategy with one small decision table that answers. */
  public CreateStrategyResult create(NewStrategy wanted, Actor by) {
    StrategyContract contract = StarterModel.contract();
    return create(
        wanted, StarterModel.write(wanted), Optional.empty(), contract, RevisionKind.CREATED, by);
  }

  /**
   * Begins a strategy from a file of any edition of DMN, whose inputs become the contract, or from
   * a BPMN file: the strategy then answers by that flow, beside a model that holds no decision yet.
   */
  public CreateStrategyResult createFrom(NewStrategy wanted, byte[] dmn, Actor by) {
    try {
      if (BpmnDocument.isBpmn(dmn)) {
        var contract = ContractProposal.of(BpmnDocument.read(dmn));
        var empty = StarterModel.empty(wanted);
        return create(wanted, empty, Optional.of(dmn), contract, RevisionKind.IMPORTED, by);
      }
      StrategyContract contract = ContractProposal.of(DmnDocument.read(dmn));
      return create(wanted, dmn, Optional.empty(), contract, RevisionKind.IMPORTED, by);
    } catch (UnreadableModelException unreadable) {
      return new Refused(List.of(AssetRefusals.unreadable(unreadable)));
    }
  }

  /** Begins a strategy with a model and a contract that are there already. */
  public CreateStrategyResult create(
      NewStrategy wanted, byte[] dmn, StrategyContract contract, Actor by) {
    return create(wanted, dmn, Optional.empty(), contract, RevisionKind.CREATED, by);
  }

  /** Begins a strategy with a model, a flow and a contract that are there already. */
  public CreateStrategyResult create(
      NewStrategy wanted, byte[] dmn, byte[] bpmn, StrategyContract contract, Actor by) {
    return create(wanted, dmn, Optional.of(bpmn), contract, RevisionKind.CREATED, by);
  }

  private CreateStrategyResult create(
      NewStrategy wanted,
      byte[] dmn,
      Optional<byte[]> bpmn,
      StrategyContract contract,
      RevisionKind kind,
      Actor by) {
    List<Refusal> refusals = refusals(wanted);
    if (!refusals.isEmpty()) {
      return new Refused(refusals);
    }
    DraftCheck.Checked checked;
    try {
      checked = check.prepare(dmn, bpmn, contract);
    } catch (UnreadableModelException unreadable) {
      return new Refused(List.of(AssetRefusals.unreadable(unreadable)));
    }
    var first =
        new NextRevision(
            wanted.key(),
            1,
            kind,
            checked.content(),
            checked.diagnostics(),
            new NextRevision.Source(by, "", "", null, null),
            new NextRevision.Steps(null, null));
    return insert(wanted, first, by);
  }

  private CreateStrategyResult insert(NewStrategy wanted, NextRevision first, Actor by) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          if (!strategies.insert(wanted, by)) {
            return new Refused(List.of(AssetRefusals.KEY_TAKEN));
          }
          append(by, AuditAction.STRATEGY_CREATED, wanted);
          DraftRevision draft = heads.append(first);
          return new Created(strategies.find(wanted.key()).orElseThrow(), draft);
        }));
  }

  private static List<Refusal> refusals(NewStrategy wanted) {
    List<Refusal> refusals = new ArrayList<>();
    if (wanted.nameZh().isEmpty() || wanted.nameEn().isEmpty()) {
      refusals.add(AssetRefusals.NAME_MISSING);
    }
    if (wanted.nameZh().length() > NewStrategy.LONGEST_NAME
        || wanted.nameEn().length() > NewStrategy.LONGEST_NAME
        || wanted.purpose().length() > NewStrategy.LONGEST_PURPOSE) {
      refusals.add(AssetRefusals.TEXT_TOO_LONG);
    }
    return refusals;
  }

  /** Changes names and purpose; returns why not, or nothing when done. */
  public List<Refusal> describe(NewStrategy wanted, Actor by) {
    List<Refusal> refusals = refusals(wanted);
    if (refusals.isEmpty()) {
      transaction.executeWithoutResult(status -> {
        strategies.lock(wanted.key());
        strategies.describe(wanted);
        append(by, AuditAction.STRATEGY_CHANGED, wanted);
      });
    }
    return refusals;
  }

  private void append(Actor by, AuditAction action, NewStrategy wanted) {
    audit.append(
        by,
        action,
        "strategy",
        wanted.key().value(),
        Map.of("nameZh", wanted.nameZh(), "nameEn", wanted.nameEn()));
  }

  /** Takes the strategy out of use for authors, or back; what is released stays in force. */
  public void archive(StrategyKey key, boolean archived, Actor by) {
    transaction.executeWithoutResult(status -> {
      strategies.lock(key);
      strategies.archive(key, archived);
      audit.append(
          by,
          AuditAction.STRATEGY_CHANGED,
          "strategy",
          key.value(),
          Map.of("archived", Boolean.toString(archived)));
    });
  }
}
