// For azd, which knows its settings as environment variables (azd env set NAME VALUE).
using 'main.bicep'

var environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'hnsb')
var stage = readEnvironmentVariable('PIPELINE_ENVIRONMENT', 'prod')
var addresses = readEnvironmentVariable('PIPELINE_ALLOWED_ADDRESSES', '')

param name = readEnvironmentVariable('PIPELINE_NAME', take(replace(toLower(environmentName), '-', ''), 8))
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param environment = stage == 'dev' ? 'dev' : 'prod'
param resourceGroupName = 'rg-${environmentName}'
param azdEnvironment = environmentName
param privateEndpoints = stage != 'dev'
// Separated by commas.
param allowedAddresses = empty(addresses) ? [] : split(addresses, ',')
param redundancy = stage == 'dev' ? 'Standard_LRS' : 'Standard_GZRS'
param writeOnceDays = stage == 'dev' ? 1 : 3650
param keepEarlierDays = stage == 'dev' ? 30 : 3650
param scanUploads = stage != 'dev'
param logDays = stage == 'dev' ? 30 : 365
param alertEmail = readEnvironmentVariable('PIPELINE_ALERT_EMAIL', '')
param budgetAmount = int(readEnvironmentVariable('PIPELINE_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('PIPELINE_BUDGET_START', '2026-12-01')
param authClientId = readEnvironmentVariable('PIPELINE_AUTH_CLIENT_ID', '')
