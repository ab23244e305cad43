/** The demonstration platform: generated enterprises, accounts and a strategy to begin with. */
@NullMarked
package org.rulewright.demo;

import org.jspecify.annotations.NullMarked;
