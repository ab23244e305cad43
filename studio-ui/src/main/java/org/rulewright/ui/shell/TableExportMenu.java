package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;

/** The menu by which a table is taken away as a file. */
final class TableExportMenu extends Div {
  private final transient DataTable<?> table;

  TableExportMenu(String name, DataTable<?> table) {
    this.table = table;
    var menu = new MenuBar();
    menu.addThemeNames("tertiary", "icon");
    var root = menu.addItem(VaadinIcon.DOWNLOAD_ALT.create(), tr("shell.table.export"));
    root.getElement().setAttribute("aria-label", tr("shell.table.export"));
    add(menu);
    for (TableFile file : TableFile.values()) {
      offer(root.getSubMenu(), name, file);
    }
  }

  /** The link that downloads is apart from the item, so that the keyboard opens it as well. */
  private void offer(SubMenu menu, String name, TableFile file) {
    DownloadHandler write = download -> write(file, name, download);
    var link = new Anchor(write, "");
    link.getElement().setAttribute("download", true);
    link.getElement().setAttribute("hidden", true);
    link.addClassName("rw-export-" + file.ending());
    add(link);
    menu.addItem(
        trOf("shell.table.export", file), click -> link.getElement().callJsFunction("click"));
  }

  private void write(TableFile file, String name, DownloadEvent download) throws IOException {
    download.setFileName(name + "." + file.ending());
    download.setContentType(file.contentType());
    // The words of cells are in the language of the current page, which a download has not.
    UI.setCurrent(download.getUI());
    try {
      file.write(taken(file, download), download.getOutputStream());
    } finally {
      UI.setCurrent(null);
    }
  }

  /** The table may change while its rows are written: what is taken is settled under the lock. */
  private TableExtract<?> taken(TableFile file, DownloadEvent download) {
    var session = download.getSession();
    session.lock();
    try {
      table.tellExported(file);
      return table.extract();
    } finally {
      session.unlock();
    }
  }
}
