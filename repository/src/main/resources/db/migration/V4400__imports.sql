-- Strategies use the rules of versions of other strategies: by the namespace of a model's
-- definitions, and pinned like tables and models.

alter table rw.strategy_content add column namespace text;

-- Only what a draft or version holds was ever read; a file that was set aside may be anything.
update rw.strategy_content
set namespace =
  substring(convert_from(dmn, 'UTF8') from '<(?:[^\s<>/:]+:)?definitions[^>]*?\snamespace="([^"]*)"')
where digest in (select digest from rw.draft_revision union select content from rw.version);

create index on rw.strategy_content (namespace);

-- What the models of a content import, as they say it: whether it can be found is another matter.
create table rw.content_import (
  content text not null references rw.strategy_content,
  position integer not null check (position >= 0),
  name text not null,
  namespace text not null,
  strategy text not null,
  version text not null,
  primary key (content, position)
);

create index on rw.content_import (strategy);

grant select, insert on rw.content_import to ${app};

alter table rw.version_pin drop constraint version_pin_kind_check;
alter table rw.version_pin add check (kind in ('LOOKUP', 'MODEL', 'STRATEGY'));
