/** Charts in the colours of the page. */
@NullMarked
package org.rulewright.ui.chart;

import org.jspecify.annotations.NullMarked;
