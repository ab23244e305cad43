/** Flows on the screen: the drawing to look at, and what its elements are called. */
@NullMarked
package org.rulewright.ui.bpmn;

import org.jspecify.annotations.NullMarked;
