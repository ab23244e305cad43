package org.rulewright.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One generated enterprise with what the departments of its region know about it.
 *
 * @param code unified social credit code, 18 characters, check character valid (GB 32100-2015)
 * @param registeredCapital in CNY
 * @param taxRating yearly rating of the tax bureau: A, B, M (new), C, D
 * @param overdueTax unpaid tax, in CNY
 * @param courtCases cases of the last three years in which it is the defendant
 * @param dishonest whether it stands on the list of persons who do not honour judgments
 * @param insuredMonths months of the last twelve in which social insurance was paid
 * @param requestedAmount what it asks for, in CNY
 * @param defaulted whether its last loan was 90 days or more overdue within twelve months
 */
record Enterprise(
    String code,
    String name,
    String industry,
    String town,
    LocalDate foundedOn,
    BigDecimal registeredCapital,
    int employees,
    String legalRepresentative,
    String taxRating,
    BigDecimal overdueTax,
    int courtCases,
    boolean dishonest,
    int insuredMonths,
    BigDecimal requestedAmount,
    boolean defaulted) {}
