package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.version.Change.Kind;
import org.rulewright.version.Change.Subject;

/** What differs between two flows, element by element; the drawing does not count. */
final class FlowDifference {

  private FlowDifference() {}

  static List<Change> between(@Nullable BpmnDocument before, @Nullable BpmnDocument after) {
    List<Change> changes = new ArrayList<>();
    for (Paired<BpmnDocument.Part> pair :
        Paired.of(parts(before), parts(after), BpmnDocument.Part::id)) {
      var old = pair.before();
      var now = pair.after();
      if (old == null || now == null) {
        var part = now == null ? old : now;
        changes.add(
            new Change(
                Subject.FLOW_ELEMENT,
                old == null ? Kind.ADDED : Kind.REMOVED,
                place(part),
                old == null ? "" : old.label(),
                now == null ? "" : now.label()));
      } else if (!old.content().equals(now.content())) {
        boolean renamed = !old.label().equals(now.label());
        changes.add(
            new Change(
                Subject.FLOW_ELEMENT,
                Kind.CHANGED,
                place(now),
                renamed ? old.label() : old.content(),
                renamed ? now.label() : now.content()));
      }
    }
    return changes;
  }

  private static List<BpmnDocument.Part> parts(@Nullable BpmnDocument flow) {
    return flow == null ? List.of() : flow.parts();
  }

  private static ChangePlace place(BpmnDocument.@Nullable Part part) {
    return part == null
        ? ChangePlace.contract("")
        : new ChangePlace(part.label(), null, part.id(), null);
  }
}
