/** Skills that go together in one team, by slug. */
export type Stack = {
  /** As titles say it: "Senior Java Developer". */
  titles: string[];
  /** Asked for in every posting of the stack. */
  core: string[];
  /** One to three of them are asked for besides. */
  usual: string[];
  /** Some of them would be nice. */
  nice: string[];
};

export const stacks: Record<string, Stack> = {
  java: {
    titles: ["Java", "Java", "JVM"],
    core: ["java", "spring-boot", "postgresql"],
    usual: ["kafka", "hibernate", "junit", "docker", "redis", "kubernetes", "flyway", "testcontainers"],
    nice: [
      "gradle",
      "maven",
      "grpc",
      "prometheus",
      "grafana",
      "opentelemetry",
      "kotlin",
      "rabbitmq",
      "terraform",
    ],
  },
  kotlin: {
    titles: ["Kotlin"],
    core: ["kotlin", "postgresql"],
    usual: ["spring-boot", "ktor", "kafka", "docker", "jooq", "redis", "testcontainers"],
    nice: ["java", "gradle", "kubernetes", "opentelemetry", "grafana", "aws-sqs", "rabbitmq", "terraform"],
  },
  go: {
    titles: ["Go", "Go", "Golang"],
    core: ["go", "postgresql"],
    usual: ["grpc", "kubernetes", "redis", "kafka", "nats", "docker", "protocol-buffers", "sqlc"],
    nice: ["terraform", "prometheus", "grafana", "opentelemetry", "clickhouse", "linux", "helm", "rust"],
  },
  "python-django": {
    titles: ["Python", "Django", "Python/Django"],
    core: ["python", "django", "postgresql"],
    usual: ["celery", "redis", "django-rest-framework", "pytest", "docker", "rabbitmq"],
    nice: ["elasticsearch", "sentry", "github-actions", "postgis", "terraform", "aws", "graphql", "htmx"],
  },
  "python-fastapi": {
    titles: ["Python"],
    core: ["python", "fastapi", "postgresql"],
    usual: ["sqlalchemy", "pydantic", "pytest", "docker", "redis", "rabbitmq", "asyncio"],
    nice: ["airflow", "pandas", "kubernetes", "clickhouse", "grafana", "timescaledb", "aws", "alembic"],
  },
  node: {
    titles: ["Node.js", "TypeScript", "Node.js/TypeScript"],
    core: ["nodejs", "typescript", "postgresql"],
    usual: ["nestjs", "fastify", "express", "redis", "prisma", "docker", "bullmq", "graphql"],
    nice: ["vitest", "jest", "kafka", "aws", "mongodb", "opentelemetry", "react", "kubernetes", "drizzle"],
  },
  "php-laravel": {
    titles: ["PHP", "Laravel", "PHP/Laravel"],
    core: ["php", "laravel", "mysql"],
    usual: ["redis", "phpunit", "docker", "nginx", "pest", "composer"],
    nice: ["vue", "aws", "elasticsearch", "phpstan", "livewire", "github-actions", "rabbitmq"],
  },
  "php-symfony": {
    titles: ["PHP", "Symfony", "PHP/Symfony"],
    core: ["php", "symfony"],
    usual: ["doctrine", "mariadb", "postgresql", "rabbitmq", "phpunit", "docker", "redis", "twig"],
    nice: ["phpstan", "elasticsearch", "gitlab-ci", "nginx", "behat", "kubernetes", "varnish"],
  },
  dotnet: {
    titles: [".NET", "C#", "C#/.NET"],
    core: ["csharp", "asp-net-core", "sql-server"],
    usual: [
      "entity-framework",
      "azure",
      "azure-service-bus",
      "docker",
      "redis",
      "xunit",
      "rabbitmq",
      "masstransit",
    ],
    nice: [
      "azure-devops",
      "kubernetes",
      "dapper",
      "opentelemetry",
      "bicep",
      "grafana",
      "postgresql",
      "blazor",
    ],
  },
  rails: {
    titles: ["Ruby", "Rails", "Ruby on Rails"],
    core: ["ruby", "rails", "postgresql"],
    usual: ["sidekiq", "redis", "rspec", "docker", "minitest", "hotwire"],
    nice: ["aws", "elasticsearch", "github-actions", "datadog", "sentry", "graphql", "terraform"],
  },
  scala: {
    titles: ["Scala"],
    core: ["scala", "postgresql"],
    usual: ["kafka", "zio", "cats-effect", "pekko", "http4s", "cassandra", "docker", "kubernetes"],
    nice: ["sbt", "spark", "java", "grafana", "opentelemetry", "protocol-buffers", "terraform"],
  },
  rust: {
    titles: ["Rust"],
    core: ["rust", "linux"],
    usual: ["tokio", "postgresql", "axum", "grpc", "clickhouse", "kafka", "serde", "rocksdb"],
    nice: ["cpp", "go", "prometheus", "ebpf", "kubernetes", "apache-arrow", "wasmtime", "docker"],
  },
  elixir: {
    titles: ["Elixir"],
    core: ["elixir", "phoenix", "postgresql"],
    usual: ["ecto", "otp", "oban", "phoenix-liveview", "redis", "docker"],
    nice: ["erlang", "kafka", "fly-io", "aws", "grafana", "opentelemetry", "terraform", "rabbitmq"],
  },
  cpp: {
    titles: ["C++"],
    core: ["cpp", "linux"],
    usual: ["cmake", "grpc", "redis", "googletest", "postgresql", "protocol-buffers", "boost", "gdb"],
    nice: ["rust", "python", "conan", "prometheus", "lua", "docker", "bazel", "valgrind"],
  },
  data: {
    titles: ["Data Platform", "Data"],
    core: ["python", "sql", "airflow"],
    usual: ["dbt", "spark", "snowflake", "kafka", "postgresql", "clickhouse", "parquet", "docker"],
    nice: ["iceberg", "duckdb", "great-expectations", "terraform", "aws-s3", "polars", "dagster", "scala"],
  },
  platform: {
    titles: ["Platform", "Infrastructure"],
    core: ["kubernetes", "terraform", "linux"],
    usual: ["go", "prometheus", "aws", "argo-cd", "helm", "postgresql", "google-cloud", "grafana"],
    nice: ["ebpf", "cilium", "vault", "python", "opentelemetry", "packer", "crossplane", "envoy"],
  },
  cobol: {
    titles: ["COBOL", "Mainframe"],
    core: ["cobol", "db2"],
    usual: ["jcl", "cics", "z-os", "java"],
    nice: ["ibm-mq", "sql", "spring-boot", "git", "python"],
  },
};
