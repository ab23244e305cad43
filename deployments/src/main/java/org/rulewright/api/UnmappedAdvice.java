package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import org.rulewright.serving.Problem;
import org.rulewright.serving.ProblemKind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Problems of requests that reach an address but no controller.
 *
 * <p>No controller is chosen for them, so that only an advice for all of them is asked.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnmappedAdvice {

  @ExceptionHandler
  ResponseEntity<byte[]> unsupported(
      HttpMediaTypeNotSupportedException unsupported, HttpServletRequest request) {
    return problem(request, ProblemKind.WRONG_MEDIA_TYPE);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> notAcceptable(
      HttpMediaTypeNotAcceptableException refused, HttpServletRequest request) {
    return problem(request, ProblemKind.NOT_ACCEPTABLE);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongMethod(
      HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
    return problem(request, ProblemKind.METHOD_NOT_ALLOWED, wrong.getMethod());
  }

  private static ResponseEntity<byte[]> problem(
      HttpServletRequest request, ProblemKind kind, Object... arguments) {
    return Problem.of(kind, ProblemResponse.language(request), arguments).response();
  }
}
