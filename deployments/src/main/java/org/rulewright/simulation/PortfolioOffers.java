package org.rulewright.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Approved rows as offers, named by their place so that ties are broken the same way each time. */
final class PortfolioOffers {
  private final List<Offer> offers = new ArrayList<>();
  private final Map<Offer, Long> rows = new HashMap<>();

  private PortfolioOffers() {}

  static PortfolioOffers of(List<PortfolioRow> approved) {
    var all = new PortfolioOffers();
    approved.forEach(all::add);
    return all;
  }

  private void add(PortfolioRow row) {
    var offer =
        new Offer(
            "%012d".formatted(row.number()),
            Objects.requireNonNull(row.grade()),
            Objects.requireNonNull(row.amount()),
            Objects.requireNonNull(row.rate()));
    offers.add(offer);
    rows.put(offer, row.number());
  }

  List<Offer> offers() {
    return offers;
  }

  /** Returns what each row got, with the rank in which it was served, from 1. */
  List<PortfolioStore.RankedAllotment> ranked(List<Allocated> allocated) {
    var ranked = new ArrayList<PortfolioStore.RankedAllotment>(allocated.size());
    for (var each : allocated) {
      var row = Objects.requireNonNull(rows.get(each.offer()));
      ranked.add(new PortfolioStore.RankedAllotment(row, ranked.size() + 1, each));
    }
    return ranked;
  }
}
