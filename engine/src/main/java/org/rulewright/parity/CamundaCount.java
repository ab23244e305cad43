package org.rulewright.parity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How our engine compares with Camunda 7.
 *
 * @param obstacles what Camunda does not support in the model, in English; then nothing is compared
 * @param equal how many fact sets both decide alike
 * @param known differences where ours equals Apache KIE and the reason is a known gap of Camunda
 * @param unexplained other differences where ours equals Apache KIE
 * @param shared how often Camunda differs where ours differs from Apache KIE too
 * @param differences the first of those that are unexplained
 */
public record CamundaCount(
    List<String> obstacles,
    long examined,
    long equal,
    Map<CamundaGap, Long> known,
    long unexplained,
    long shared,
    List<Difference> differences) {

  public CamundaCount {
    obstacles = List.copyOf(obstacles);
    known = java.util.Collections.unmodifiableMap(new TreeMap<>(known));
    differences = List.copyOf(differences);
  }
}
