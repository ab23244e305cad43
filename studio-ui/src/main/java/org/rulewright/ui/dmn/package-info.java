/**
 * The drawing of a model on the screen: its graph, tables and expressions, to edit or to look at.
 */
@NullMarked
package org.rulewright.ui.dmn;

import org.jspecify.annotations.NullMarked;
