package org.rulewright.simulation;

import java.math.BigDecimal;

/**
 * What a portfolio run decided for one subject and would offer it.
 *
 * @param amount in CNY
 * @param rate yearly fraction
 */
public record Offer(String subject, String grade, BigDecimal amount, BigDecimal rate) {}
