package org.rulewright.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One generated value-added-tax invoice.
 *
 * @param amount without tax, in CNY; negative where it reverses another
 * @param voided whether it was cancelled in the month of issue
 */
record Invoice(
    String enterprise,
    boolean sale,
    String number,
    LocalDate issuedOn,
    String counterparty,
    BigDecimal amount,
    BigDecimal tax,
    boolean voided) {}
