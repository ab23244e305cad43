package org.rulewright.feature;

import org.rulewright.dataset.DatasetId;

/**
 * The wish to fill a derived data set.
 *
 * @param sql one SELECT over data sets, which stand in it by their keys
 * @param subject the column of the answer that names the row's subject; no two rows share one
 */
public record DerivationRequest(DatasetId dataset, String sql, String subject) {}
