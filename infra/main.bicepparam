// For azd, which knows its settings as environment variables (azd env set NAME VALUE). What is not set is as in dev.bicepparam or prod.bicepparam.
using 'main.bicep'

var environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'hnsb')
// dev or prod.
var stage = readEnvironmentVariable('PIPELINE_ENVIRONMENT', 'prod')
var isDev = stage == 'dev'
var addresses = readEnvironmentVariable('PIPELINE_ALLOWED_ADDRESSES', '')

// Two to eight small letters and digits that every resource carries.
param name = readEnvironmentVariable('PIPELINE_NAME', take(replace(toLower(environmentName), '-', ''), 8))
param location = readEnvironmentVariable('AZURE_LOCATION', 'southeastasia')
param environment = isDev ? 'dev' : 'prod'
param resourceGroupName = 'rg-${environmentName}'
param azdEnvironment = environmentName
// Instances at the same time.
param maximumInstances = int(readEnvironmentVariable('PIPELINE_MAXIMUM_INSTANCES', isDev ? '10' : '40'))
param privateEndpoints = !isDev
// Public addresses of the offices, separated by commas.
param allowedAddresses = empty(addresses) ? [] : split(addresses, ',')
// Who uploads with an account of their own, as JSON: [{"unit": "430100", "principal": "<object id>", "kind": "Group"}].
param uploaders = json(readEnvironmentVariable('PIPELINE_UPLOADERS', '[]'))
param redundancy = isDev ? 'Standard_LRS' : 'Standard_GZRS'
param writeOnceDays = isDev ? 1 : 3650
// true once the policies of the papers are locked (README, Operations).
param papersLocked = bool(readEnvironmentVariable('PIPELINE_PAPERS_LOCKED', 'false'))
param keepEarlierDays = isDev ? 30 : 3650
param scanUploads = !isDev
// Name of the system topic that Defender made before this template could; mostly there is none.
param existingTopic = readEnvironmentVariable('PIPELINE_EXISTING_TOPIC', '')
param logDays = isDev ? 30 : 365
// A month, in the currency of the subscription; 0 for none.
param budgetAmount = int(readEnvironmentVariable('PIPELINE_BUDGET', isDev ? '50' : '300'))
// The app registration (app-roles.json), and who is told of alerts besides the owners of the subscription.
param authClientId = readEnvironmentVariable('PIPELINE_AUTH_CLIENT_ID', '')
param alertEmail = readEnvironmentVariable('PIPELINE_ALERT_EMAIL', '')
