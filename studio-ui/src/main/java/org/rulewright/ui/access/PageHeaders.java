package org.rulewright.ui.access;

import jakarta.servlet.Filter;
import java.util.List;
import org.rulewright.ui.shell.ContentPolicy;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** The headers that tell a browser to be careful with every answer of the studio. */
final class PageHeaders {

  private PageHeaders() {}

  /**
   * Writes them before anything else happens: once Vaadin's servlet was forwarded to, Tomcat
   * suspends the response, and headers written on the way back are lost.
   */
  static Filter filter() {
    var filter = new HeaderWriterFilter(writers());
    filter.setShouldWriteHeadersEagerly(true);
    return filter;
  }

  private static List<HeaderWriter> writers() {
    var opener = new CrossOriginOpenerPolicyHeaderWriter();
    opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    return List.of(
        new ContentPolicy(),
        new XContentTypeOptionsHeaderWriter(),
        new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN),
        new HstsHeaderWriter(),
        new CacheControlHeadersWriter(),
        new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
        new PermissionsPolicyHeaderWriter("camera=(), microphone=(), geolocation=(), payment=()"),
        opener);
  }
}
