/**
 * The strategies: their list, drawing one, its contract, its versions, and putting it up for use.
 */
@NullMarked
package org.rulewright.ui.strategy;

import org.jspecify.annotations.NullMarked;
