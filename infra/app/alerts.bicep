// What wakes somebody up. Each query answers with a row for each thing that is wrong, so that every alert is "more than no row".
// The names of the measurements are those of the app's meter "Pipeline"; a test of the templates holds them against each other. A gauge comes as one value, which
// stands in Sum; Min and Max are those of a histogram.
param name string
param location string
param workspaceId string
param topic string
param peopleId string

var rules = [
  {
    name: 'poison-queue'
    title: 'Something failed five times and lies in a poison queue'
    severity: 1
    window: 'PT30M'
    // The accounts' own logs tell it too, should the app be too ill to count.
    query: '''
union isfuzzy=true
  (AppMetrics | where Name == 'pipeline.poison' | extend Queue = tostring(Properties.queue) | summarize Messages = max(Sum) by Queue | where Messages > 0),
  (StorageQueueLogs | where OperationName == 'PutMessage' and Uri has 'poison' and toint(StatusCode) < 300 | summarize Messages = todouble(count()) by Queue = Uri)
'''
  }
  {
    name: 'unanswered-upload'
    title: 'An upload has waited for its receipt for more than 15 minutes'
    severity: 1
    window: 'PT30M'
    query: '''
AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Seconds = max(Sum) | where Seconds > 900
'''
  }
  {
    name: 'watch-silent'
    title: 'The app has not said for an hour how its uploads stand: it does not run, or cannot tell'
    severity: 1
    window: 'PT1H'
    // The table comes with the first measurement: an app that has never told anything has none.
    query: '''
union isfuzzy=true (datatable(Name: string)[]), AppMetrics | where Name == 'pipeline.uploads.unanswered.age' | summarize Said = count() | where Said == 0
'''
  }
  {
    name: 'report-held'
    title: 'A report failed its proof and was not published'
    severity: 1
    window: 'PT1H'
    query: '''
AppMetrics | where Name == 'pipeline.reports.held' | summarize Reports = sum(Sum) | where Reports > 0
'''
  }
  {
    name: 'returns-missing'
    title: 'The deadline is past and returns are missing'
    severity: 2
    window: 'PT1H'
    // The app knows the deadline of each year and says 0 until then.
    query: '''
AppMetrics | where Name == 'pipeline.returns.missing' | extend Year = tostring(Properties.year) | summarize arg_max(TimeGenerated, Sum) by Year | where Sum > 0
'''
  }
  {
    name: 'server-errors'
    title: 'The app answered with a fault of its own (5xx)'
    severity: 2
    window: 'PT15M'
    query: '''
AppRequests | where toint(ResultCode) between (500 .. 599) | summarize Answers = sum(ItemCount) by OperationName
'''
  }
]

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: 'What to do: section Operations of the README.'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The tables come with the first row in them.
      skipQueryValidation: true
      actions: { actionGroups: [peopleId] }
    }
  }
]

resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = { name: topic }

// An event that nobody took: the sweep finds the upload within ten minutes, but the way for events is broken.
resource topicAlerts 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for metric in ['DeadLetteredCount', 'DroppedEventCount']: {
    name: '${name}-events-${metric == 'DroppedEventCount' ? 'dropped' : 'undelivered'}'
    location: 'global'
    properties: {
      description: 'Events of uploads do not reach the app. What to do: section Operations of the README.'
      severity: 2
      enabled: true
      scopes: [events.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      targetResourceType: 'Microsoft.EventGrid/systemTopics'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'any'
            criterionType: 'StaticThresholdCriterion'
            metricName: metric
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: 'Total'
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: peopleId }]
    }
  }
]
