/** The studio: Spring Boot main class and the Vaadin screens. */
@NullMarked
package org.rulewright.ui;

import org.jspecify.annotations.NullMarked;
