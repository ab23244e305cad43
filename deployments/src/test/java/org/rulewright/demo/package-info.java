@NullMarked
package org.rulewright.demo;

import org.jspecify.annotations.NullMarked;
