/**
 * The public API over everything below: who may call what, the resources beside decisions, problems
 * and the OpenAPI description.
 *
 * @see "docs/decisions/0004-api-package.md"
 */
@NullMarked
package org.rulewright.api;

import org.jspecify.annotations.NullMarked;
