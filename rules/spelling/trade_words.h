// Words of the trades that people interview for, which dictionaries lack, or some of them; is_trade_word() makes their
// forms. A space before and behind each. Data only, included by slips.cc.
#pragma once

#include <string_view>

namespace afterword::spelling {

inline constexpr std::string_view trade_words =
    " "
    "adhoc adtech afterparty agentic agritech algo alloc allowlist ansible apac api apis appsec apres args ascii "
    "async autocomplete autofix autoscale autoscaler autotest avro backend backlink backoff backport backpressure "
    "bao barista bazel bigquery bikeshed bitrate blocklist blogpost bootcamp bootloader breakbulk breakpoint bugfix "
    "bundler cacheable callout callouts callstack cannulate cannulation chai changelog changeset chatbot chatops "
    "chroot cicd clangd clickthrough cmake cms coachable cobot codebase codec codegen codepath codesign codesigned "
    "cofounded cofounder colocate companywide compat config configs const containerd copyedit copyediting "
    "copyeditor coroutine cors cowork coworker cpu cron cronjob crontab crosscheck crossfunctional crowdsource "
    "crypto css csv cybersecurity dal datacenter datacentre dataflow dataframe datalake datastore datetime dbt "
    "dedupe deduplicate deduplication defrag denylist deps deserialise deserialize dev devel devops devs "
    "discoverability diskless django dns dockerise dockerize docstring dogfood dosa downlight downsample downvote "
    "doxygen drayage dropdown dropshipping ebook echocardiogram ecommerce edtech edu elasticsearch emea enablement "
    "enum env etcd etl explainability failback failover faq favicon feedforward filesystem filetype fintech "
    "firmwide fixup flatpak folksonomy fsync fullscreen fullstack fuzzer gamification gamify geocode geofence "
    "geolocation geospatial github gitlab gitops glanceable globbing golang grafana graphql grep grpc gui gyoza "
    "hackathon hackday hadoop hardcode hardcoded hashmap hashtable haskell healthcheck healthtech heatmap heatpump "
    "helpdesk heroku hospitalwide hotfix hotpatch hotspot howto html http https hygge hyperparameter hyperscaler "
    "ide idempotence idempotency impactful infosec inode inodes insurtech intermodal interop io iot ipad iphone "
    "java javascript jira joinable journaling journalling json jupyter kafka kaizen kanban keycard keylog keyspace "
    "keyworker kibana kimchi knockon kombucha kubectl kubernetes laravel latam lavalier leaderboard learnings "
    "legaltech lidar lifecycle lightboard linux livestream llm localhost lockfile logfile lookup lossy lowres "
    "mailmerge makefile makerspace manpage mariadb mashup matcha memcached memoise memoize mentee microbenchmark "
    "microfrontend microservice middleware mindmap miso mockup mongo monorepo moodboard multicast multicore "
    "multitenant mutex mysql naan namespace netcode newsfeed nginx nodejs noop nosql npm nullable numpy oauth obs "
    "offboard offboarding offsite ok okr okrs onboarder onboarding oncall onsite oolong opensource orm overfit "
    "paeds pageview paneer panko param params parkrun passcode passthrough passwordless patchset pcap pentest "
    "performant phablet php pivotable planogram playbook playtest plugin postgres postgresql powerpoint powertrain "
    "precommit prefetch preload preprint preprocessor presales profiler prometheus promql proptech proto protobuf "
    "proxied pubsub pulumi py pypi pytest pytorch queryable quickstart rabbitmq ramen readme readonly realtime "
    "rebase rebrand redis regex regexes reindex replayable repo repos repost reprioritise reprioritize requestor "
    "resilver retarget retros reusability rideshare risograph rollforward rollout rollup rooibos roundtable rsync "
    "runbook runlevel saas sats scala schemas scikit scons screencast scrollable sdk sdlc segfault semver serde "
    "serializer serverless serverside servlet sharded sharding showback showrunner signoff signup sitewide skillset "
    "skunkworks slackbot softphone solaris solutioning spacy sparc spinlock splunk spritz sqlite ssd ssl stacktrace "
    "standup standups stateful statting stderr stdin stdout stocktake storewide strace struct structs subnet "
    "subquery subreddit substring subtask subwoofer sudo sudoku svg symlink syscall systemd teamwide telco telecare "
    "telehealth telematics telemedicine templating tensorflow testbed thankyou threadpool thx tillpoint timebox "
    "timeframe timesheet timezone toolchain tooltip touchpoint tradeoff transpile triaging typeahead typecheck "
    "ubuntu udon umask umm undeploy unicode uniq unittest unix upcycle uplighter upsample upsell upsert upskill "
    "upskilling uptime upvote url urls usecase userbase userland userspace utf utils valgrind venepuncture "
    "virtualenv vlog vpn vscode vue walkthrough wasm watchlist waterpark webapp webfont webhook webpack webserver "
    "websocket wellbeing whiteboarding wifi wikipedia wireframe workgroup workshopping workstream worktree writeup "
    "xml yaml zsh ";

}  // namespace afterword::spelling
