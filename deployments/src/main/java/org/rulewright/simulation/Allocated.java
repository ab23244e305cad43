package org.rulewright.simulation;

import java.math.BigDecimal;

/**
 * What the allocation gives one offer.
 *
 * @param granted in CNY; 0 where nothing is granted
 * @param expectedProfit of the granted amount, in CNY
 */
public record Allocated(
    Offer offer, Allotment allotment, BigDecimal granted, BigDecimal expectedProfit) {}
