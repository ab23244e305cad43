package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.rulewright.serving.Problem;
import org.rulewright.serving.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Turns what a controller did not expect into a problem; details go to the log alone. */
@RestControllerAdvice(annotations = RestController.class, basePackages = "org.rulewright")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<byte[]> missing(
      MissingServletRequestParameterException missing, HttpServletRequest request) {
    return problem(request, ProblemKind.WRONG_PARAMETER, missing.getParameterName(), "-");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> missing(
      MissingServletRequestPartException missing, HttpServletRequest request) {
    return problem(request, ProblemKind.WRONG_PARAMETER, missing.getRequestPartName(), "-");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> wrongType(
      MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
    return problem(
        request, ProblemKind.WRONG_PARAMETER, wrong.getName(), String.valueOf(wrong.getValue()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> unreadable(
      HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    return problem(request, ProblemKind.UNREADABLE, "JSON");
  }

  @ExceptionHandler
  ResponseEntity<byte[]> tooLarge(
      MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
    return problem(request, ProblemKind.TOO_LARGE, tooLarge.getMaxUploadSize());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> noParts(MultipartException malformed, HttpServletRequest request) {
    return problem(request, ProblemKind.UNREADABLE, "multipart/form-data");
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<byte[]> unreachable(RuntimeException unreachable, HttpServletRequest request) {
    LOG.warn("the database cannot be reached", unreachable);
    return problem(request, ProblemKind.UNAVAILABLE);
  }

  /** A bug: the caller gets the number under which the log has it. */
  @ExceptionHandler
  ResponseEntity<byte[]> failed(RuntimeException bug, HttpServletRequest request) {
    var number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("request failed, number {}", number, bug);
    return problem(request, ProblemKind.FAILED, number);
  }

  private static ResponseEntity<byte[]> problem(
      HttpServletRequest request, ProblemKind kind, Object... arguments) {
    return Problem.of(kind, ProblemResponse.language(request), arguments).response();
  }
}
