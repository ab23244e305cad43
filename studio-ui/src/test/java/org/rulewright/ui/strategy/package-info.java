@NullMarked
package org.rulewright.ui.strategy;

import org.jspecify.annotations.NullMarked;
