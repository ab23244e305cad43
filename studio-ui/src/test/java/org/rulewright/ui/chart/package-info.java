@NullMarked
package org.rulewright.ui.chart;

import org.jspecify.annotations.NullMarked;
