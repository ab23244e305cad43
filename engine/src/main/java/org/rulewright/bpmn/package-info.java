/** Reading and checking BPMN as rule flows, and Camunda as the engine they are compared with. */
@NullMarked
package org.rulewright.bpmn;

import org.jspecify.annotations.NullMarked;
