/**
 * The dictionary of features, the named and typed inputs of every decision, and how features are
 * derived from data sets.
 */
@NullMarked
package org.rulewright.feature;

import org.jspecify.annotations.NullMarked;
