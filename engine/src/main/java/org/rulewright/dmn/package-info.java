/** Reads, checks, compiles and evaluates DMN; the only package that knows a DMN library. */
@NullMarked
package org.rulewright.dmn;

import org.jspecify.annotations.NullMarked;
